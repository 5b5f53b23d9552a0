"""The frame in which another site shows a card."""

from django.utils.html import format_html

# How high the card is at each width, in CSS pixels; a frame of another width takes the next smaller one.
HEIGHTS = {640: 300, 400: 420, 280: 540}


def size(most_wide: int | None, most_high: int | None) -> tuple[int, int]:
    """Return width and height of the frame, no larger than was asked for."""
    width = min(most_wide or max(HEIGHTS), max(HEIGHTS))
    height = next((high for wide, high in HEIGHTS.items() if wide <= width), max(HEIGHTS.values()))
    return width, min(height, most_high or height)


def frame(address: str, title: str, width: int, height: int) -> str:
    """Return the frame that shows a card; nothing in it runs, and nothing of the reader is kept."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" sandbox="allow-top-navigation-by-user-activation '
        'allow-popups" loading="lazy"></iframe>',
        address, title, width, height,
    )  # fmt: skip
