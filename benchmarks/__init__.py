"""Speed of Needlewise beside a bare and a naive Streamlit page, all measured in one run; see README.md."""
