"""What scanners, copiers and phones do to a page, seeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from random import Random

    from quizgen.results.sheets.arrays import Grey


def scanned(page: Grey, pixels: float, random: Random) -> Grey:
    """Through a scanner: crooked or turned, stretched, grey, 150 to 400 dpi."""
    dpi = random.choice((150, 200, 200, 300, 400))
    scale = dpi / 25.4 / pixels
    stretch = random.uniform(0.97, 1.03), random.uniform(0.97, 1.03)
    turned = random.choice((0, 0, 90, 180, 270)) + random.uniform(-4, 4)
    if random.random() < 0.2:
        turned = random.uniform(0, 360)
    made = _turned(page, turned, (scale * stretch[0], scale * stretch[1]), random.randint(235, 255))
    made = _lit(made, random.uniform(0.75, 1), random.uniform(0, 40))
    made = _noisy(made, random.uniform(0, 7), random)
    return _jpeg(made, random.choice((30, 50, 75, 95)))


def copied(page: Grey, pixels: float, random: Random) -> Grey:
    """Through a photocopier first: hard contrast, specks, streaks."""
    made = cv2.GaussianBlur(page, (0, 0), 0.08 * pixels).astype(np.float32)
    made = np.clip((made - 128) * random.uniform(1.1, 1.25) + 138, 0, 255)
    seed = _seed(random)
    height, width = page.shape
    for _ in range(random.randint(10, 60)):
        at = int(seed.integers(width)), int(seed.integers(height))
        cv2.circle(made, at, int(seed.integers(1, max(2, int(0.12 * pixels)))), 60, -1)
    streak = int(seed.integers(width))
    made[:, streak : streak + 2] *= 0.93
    return scanned(made.astype(np.uint8), pixels, random)


def photographed(page: Grey, pixels: float, random: Random) -> Grey:
    """By a phone: at an angle, curled, in shadow, on a table."""
    scale = random.uniform(5.5, 8) / pixels
    page = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    page = _curled(page, random)
    height, width = page.shape
    edge = int(0.1 * max(page.shape))
    by = 0.06 * max(page.shape)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    away = [(random.uniform(-by, by), random.uniform(-by, by)) for _ in corners]
    to = corners + np.array(away, np.float32) + edge
    table = _table((height + 2 * edge, width + 2 * edge), random)
    view = cv2.getPerspectiveTransform(corners, to)
    size = table.shape[1], table.shape[0]
    made = cv2.warpPerspective(page, view, size, flags=cv2.INTER_AREA)
    inside = cv2.warpPerspective(np.full_like(page, 255), view, size)
    made = np.where(inside > 127, made, table)
    made = _turned(made, random.choice((0, 90, 180, 270)) + random.uniform(-12, 12), (1, 1), 70)
    made = _shadowed(made, random)
    made = cv2.GaussianBlur(made, (0, 0), random.uniform(0.4, 1.1))
    made = _noisy(made, random.uniform(1, 7), random)
    return _jpeg(made, random.choice((30, 50, 80)))


def _turned(page: Grey, degrees: float, scale: tuple[float, float], border: int) -> Grey:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turn = np.diag([*scale]) @ turn[:2, :2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)]) @ turn.T
    least = corners.min(0)
    size = np.ceil(corners.max(0) - least).astype(int)
    matrix = np.hstack([turn, -least[:, None]])
    small = min(scale)
    if small < 0.7:  # else fine lines fall between the samples
        page = cv2.GaussianBlur(page, (0, 0), 0.4 / small)
    made = cv2.warpAffine(
        page, matrix, (int(size[0]), int(size[1])), flags=cv2.INTER_LINEAR, borderValue=border
    )
    return np.asarray(made, np.uint8)


def _curled(page: Grey, random: Random) -> Grey:
    """The page is bent along one of its sides: up to 3 mm at a page's width."""
    height, width = page.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    by = random.uniform(-0.014, 0.014) * width
    phase = random.uniform(0, 1.5)
    if random.random() < 0.5:
        ys = ys + by * np.sin(np.pi * (xs / width * random.uniform(0.7, 1.3) + phase))
    else:
        xs = xs + by * np.sin(np.pi * (ys / height * random.uniform(0.7, 1.3) + phase))
    return np.asarray(cv2.remap(page, xs.astype(np.float32), ys.astype(np.float32),
                                cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))  # fmt: skip


def _table(shape: tuple[int, int], random: Random) -> Grey:
    seed = _seed(random)
    grain = seed.normal(random.randint(50, 170), 25, (shape[0] // 8 + 1, shape[1] // 60 + 1))
    grain = np.clip(grain, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(grain, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC))


def _shadowed(page: Grey, random: Random) -> Grey:
    height, width = 150, 150
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = random.uniform(0, 2 * np.pi)
    along = (xs / width - 0.5) * np.cos(angle) + (ys / height - 0.5) * np.sin(angle)
    light = 1 - random.uniform(0, 0.35) * (along + 0.5)
    soft = random.uniform(0.01, 0.08)
    edge = 1 / (1 + np.exp(-(along - random.uniform(-0.2, 0.3)) / soft))
    light = (light * (1 - random.uniform(0, 0.4) * edge) * 255).astype(np.float32)
    light = cv2.resize(light, (page.shape[1], page.shape[0])).round().astype(np.uint8)
    return np.asarray(cv2.multiply(page, light, scale=1 / 255), np.uint8)


def _lit(page: Grey, contrast: float, darker: float) -> Grey:
    more = (255 * (1 - contrast)) * 0.7 - darker
    levels = np.clip(np.arange(256) * contrast + more, 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(page, levels), np.uint8)


def _noisy(page: Grey, by: float, random: Random) -> Grey:
    tile = (_seed(random).standard_normal((509, 509), np.float32) * by).round().astype(np.int16)
    times = -(-page.shape[0] // 509), -(-page.shape[1] // 509)
    noise = np.tile(tile, times)[: page.shape[0], : page.shape[1]]
    return np.asarray(np.clip(page.astype(np.int16) + noise, 0, 255), np.uint8)


def _jpeg(page: Grey, quality: int) -> Grey:
    packed = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)


def _seed(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.randrange(2**32))


WAYS = {"scan": scanned, "copy": copied, "photo": photographed}
