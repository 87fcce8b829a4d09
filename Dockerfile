# syntax=docker/dockerfile:1
# Three stages: the web client, the Python environment, and a runtime with neither compiler nor Node, nor root, and nothing writable but the directory of uploaded files.

FROM node:24-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY schema/schema.graphql schema/operations.json /src/schema/
COPY web ./
RUN npm run build

FROM python:3.11-slim-bookworm AS python
WORKDIR /app
COPY requirements.lock requirements-dev.lock ./
# uv is locked among the tools of development; only this stage has it.
RUN sed -n '/^uv==/,/# via/p' requirements-dev.lock > /tmp/uv.lock \
    && pip install --no-cache-dir --require-hashes --requirement /tmp/uv.lock \
    && python -m venv --without-pip /opt/engawa \
    && VIRTUAL_ENV=/opt/engawa uv pip sync --no-cache --require-hashes --compile-bytecode requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY engawa engawa
COPY schema schema
COPY server server
COPY workers workers
RUN VIRTUAL_ENV=/opt/engawa uv pip install --no-cache --offline --no-deps --editable . \
    && python -m compileall -q engawa schema server workers

FROM python:3.11-slim-bookworm AS runtime
RUN groupadd --gid 10001 engawa \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin engawa \
    && install --directory --owner=10001 --group=10001 --mode=0700 /var/lib/engawa
WORKDIR /app
COPY --from=python /opt/engawa /opt/engawa
COPY --from=python /app /app
COPY --from=web /src/web/dist /app/web/dist
ENV PATH=/opt/engawa/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/healthz\", timeout=4)"]
ENTRYPOINT ["engawa"]
CMD ["serve"]
