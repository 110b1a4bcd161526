"""The box: data packages on disk, and the tables in them."""
