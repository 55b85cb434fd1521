"""The kernel that gives the page's Python real threads. See README.md."""
