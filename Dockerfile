# Two stages: the first has what building needs, the second what serving needs.
FROM python:3.11-slim AS build
WORKDIR /site
RUN python -m venv /venv
COPY requirements-pdf.txt requirements-build.txt ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements-pdf.txt
COPY . .
# Messages and static files are part of the image; Babel is needed for the first only.
RUN python -m venv /tools && /tools/bin/pip install --no-cache-dir --require-hashes -r requirements-build.txt \
 && sh docker/build.sh /tools/bin/python /venv/bin/python

FROM python:3.11-slim
# What sets the PDF of an edition; without it (and with requirements.txt above) the site runs and makes none.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
    libharfbuzz-subset0 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /site --shell /usr/sbin/nologin site \
 && mkdir -p /data /public && chown site /data /public
WORKDIR /site
COPY --from=build /venv /venv
COPY --from=build --chown=root:root /site /site
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/blacklist.sqlite3 MEDIA_ROOT=/data/media MEDIA_PUBLIC=/data/media-public PAGE_STORE=/data/pages \
    STATIC_ROOT=/site/static-built BIND=0.0.0.0:8000
USER site
VOLUME /data /public
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["python", "docker/health.py"]
ENTRYPOINT ["sh", "docker/serve.sh"]
