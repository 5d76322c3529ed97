"""An essay made up for the tests, in every shape that a file may have."""

from __future__ import annotations

TITLE = "Our Bridge"
FIRST = (
    "The stone bridge of Lindenau was built in 1911 by 40 Italian masons, who had come on foot "
    "over the mountains and slept in the school of the town for three summers."
)
HEADING = "The flood"
SECOND = (
    "In 1954 a flood took two arches away. Mayor Karl Brandt said that the town would “never build "
    "in wood again,” and he kept his word for as long as he was in office. Why did he do so? "
    "I think that he was right."
)
THIRD = (
    "The Treaty of Altstadt, signed in June 1961, gave the bridge to both towns. According to the "
    "historian Ada Lindgren, it was the first bridge in the valley with two owners, and nearly 30 "
    "percent of its cost came from abroad."
)
PULL_QUOTE = "The town would “never build in wood again,” and he kept his word for as long"
NOTE = "Clara Voss is a professor of history at the school of Lindenau."

TEXT = "\n".join(
    [
        TITLE,
        "Why a small town should keep what it has.",
        "By Clara Voss",
        "",
        FIRST,
        "Related Story",
        "",
        "Is the Wood of the Old Mill Still Worth Its Price in the Towns Around Here?",
        "A look at beams and boards. By Max Rahn , The Courier May 2, 2020",
        HEADING,
        SECOND,
        PULL_QUOTE,
        "Photo: the bridge in winter",
        THIRD,
        "4 min read",
        "This article is licensed under Creative Commons (CC BY 4.0).",
        NOTE,
    ]
)
BODY = [FIRST, SECOND, THIRD]

HTML = f"""<!doctype html><html><head><title>{TITLE} | The Courier</title>
<meta name="author" content="Clara Voss"><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="The Courier">
<meta property="og:url" content="https://example.org/bridge">
<meta property="article:published_time" content="2024-03-02T10:00:00Z">
<style>p {{ color: red }}</style></head>
<body><nav><p>Home, contact and 12 other pages that lead elsewhere.</p></nav>
<script>alert("In 1999 a script was run.")</script>
<article><h1>{TITLE}</h1><p>By Clara Voss</p><p>{FIRST.replace("1911", "<b>1911</b>")}</p>
<figure><img src="x.jpg"><figcaption>The bridge in 1930.</figcaption></figure>
<h2>{HEADING}</h2><p>{SECOND}</p><aside><p>In 1888 there was no bridge at all, and nobody missed it,
says the book on the valley that one finds in every house of the town and of its farms.</p></aside>
<p>{THIRD}</p></article><footer><p>Imprint, since 1977.</p></footer></body></html>"""

MARKDOWN = f"""---
title: {TITLE}
author: "Clara Voss"
---

# {TITLE}

{FIRST.replace("1911", "**1911**").replace("Italian masons", "[Italian masons](https://example.org)")}

## {HEADING}

{SECOND}

```
print(1999)
```

{THIRD}
"""
