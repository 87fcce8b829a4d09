"""The permission matrix: fields of the graph × kinds of actor × states of visibility, held against laws of their own."""
