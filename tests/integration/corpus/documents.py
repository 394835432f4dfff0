"""Small real documents in every format the readers take, built as the tests need them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml import parse_xml

_PAGE = (595, 842)


def write_pdf(
    path: Path, pages: Sequence[Sequence[str]], *, encrypted: bool = False, drawn: bytes = b""
) -> Path:
    """A PDF with a text layer: one line of text per string, fonts not embedded.

    A tab in a line goes on 120 points to the right; ``drawn`` is put on every page.
    """
    chars = sorted({char for page in pages for line in page for char in line})
    codes = {char: index + 1 for index, char in enumerate(chars)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font(), _descendant(), _cmap(codes)]
    kids = []
    for page in pages:
        stream = drawn + _stream(page, codes)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (*_PAGE, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    path.write_bytes(_file(objects, encrypted))
    return path


def write_ruled_pdf(path: Path, before: str, rows: Sequence[Sequence[str]], after: str) -> Path:
    """A PDF page with a ruled table, in whose cells ``/`` is a line's end; text above and below."""
    lines, edges = [before], [796 - 24]
    for row in rows:
        cells = [cell.split("/") for cell in row]
        height = max(map(len, cells))
        for at in range(height):
            lines.append("\t".join(cell[at] if at < len(cell) else "" for cell in cells))
        edges.append(edges[-1] - 24 * height)
    right = 55 + 120 * len(rows[0])
    strokes = [f"55 {edge} m {right} {edge} l S" for edge in edges]
    for x in range(55, right + 1, 120):
        strokes.append(f"{x} {edges[0]} m {x} {edges[-1]} l S")
    return write_pdf(path, [[*lines, after]], drawn=" ".join(strokes).encode() + b" ")


def _font() -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )


def _descendant() -> bytes:
    return (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /ItalicAngle 0 "
        b"/FontBBox [0 0 1000 1000] /Ascent 900 /Descent -100 /CapHeight 900 /StemV 80 >> >>"
    )


def _cmap(codes: dict[str, int]) -> bytes:
    rows = "\n".join(
        f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()
    )
    text = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def _stream(page: Sequence[str], codes: dict[str, int]) -> bytes:
    shown = [
        f"1 0 0 1 {60 + 120 * column} {780 - 24 * at} Tm "
        f"<{''.join(f'{codes[char]:04x}' for char in text)}> Tj"
        for at, line in enumerate(page)
        for column, text in enumerate(line.split("\t"))
        if text
    ]
    return f"BT /F1 14 Tf {' '.join(shown)} ET".encode()


def _file(objects: Sequence[bytes], encrypted: bool) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if encrypted:
        # Keys that no password opens.
        key = b"<" + b"5a" * 32 + b">"
        lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (key, key)
        lock += b" /ID [<00> <00>]"
    out.write(b"trailer << /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, lock))
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def write_docx(path: Path) -> Path:
    """A Word file with a title, headings, a table between two articles, and a merged cell."""
    document = docx.Document()
    document.add_heading("某市口岸收费办法", level=0)
    document.add_heading("第一章 总则", level=1)
    document.add_paragraph("第一条 为了规范收费，制定本办法。")
    document.add_paragraph("第二条 收费标准如下：")
    table = document.add_table(rows=3, cols=2)
    for row, (name, price) in zip(table.rows, [("项目", "价格"), ("换单", "50元")], strict=False):
        row.cells[0].text, row.cells[1].text = name, price
    table.rows[2].cells[0].merge(table.rows[2].cells[1]).text = "以上均含税"
    document.add_paragraph("第三条 本办法自2024年5月1日起施行。")
    document.save(str(path))
    return path


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlRestart w:val="0"/>'
    f'<w:lvlText w:val="第%{depth + 1}{unit}"/></w:lvl>'
    for depth, unit in enumerate("章条")
)


def write_numbered_docx(path: Path, paragraphs: Sequence[tuple[int, str]]) -> Path:
    """A Word file whose paragraphs, each with its depth, stand in a list 第一章 / 第一条."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    abstract = f'<w:abstractNum {space} w:abstractNumId="90">{_LEVELS}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {space} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    for depth, text in paragraphs:
        properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = 90
    document.save(str(path))
    return path


def write_ofd(path: Path, lines: Sequence[str]) -> Path:
    """An OFD file; every line is two text objects, written in the wrong order."""
    name = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    objects = []
    for at, line in enumerate(lines):
        half = len(line) // 2
        for left, text in ((100, line[half:]), (20, line[:half])):
            objects.append(
                f'<ofd:TextObject Boundary="{left} {20 + 8 * at} 80 6">'
                f"<ofd:TextCode>{text}</ofd:TextCode></ofd:TextObject>"
            )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {name}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f'<ofd:Document {name}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
            "</ofd:Pages></ofd:Document>",
        )
        archive.writestr(
            "Doc_0/Pages/Page_0/Content.xml",
            f"<ofd:Page {name}><ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer>"
            "</ofd:Content></ofd:Page>",
        )
    return path
