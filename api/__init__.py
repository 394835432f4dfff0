"""The web: HTTP interface, policy pages and the hotline console. Holds no answering logic."""
