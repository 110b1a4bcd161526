"""Mirrors: pure functions from `columns.Table` to what others read (schemas, a descriptor, a codebook, dtype names).

Nothing here opens a file. `borderclash.generate` writes what these return, and fails when a written file differs.
"""
