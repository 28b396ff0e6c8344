"""Writers: the document tree to one file format each. None knows another."""
