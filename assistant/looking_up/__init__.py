"""Steps that answer without weighing: what is named, or defined, is looked up and quoted."""
