# One Dockerfile for all services. The jars are built first, by `mvn -Pquick package`:
#
#   docker build --build-arg SERVICE=order-service -t jangteo/order-service .
#
# The targets `object-storage` and `service` are used by docker-compose.yml; `service` is the default.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# --- an S3 store for a trial ------------------------------------------------------------------------------------------
FROM ${JAVA_IMAGE} AS object-storage
RUN useradd --system --uid 10001 --home-dir /nonexistent jangteo && install -d -o jangteo /data
COPY embedded-servers/s3/target/lib/ /app/
COPY embedded-servers/s3/target/embedded-s3.jar /app/
COPY --chmod=755 deploy/healthcheck /usr/local/bin/healthcheck
USER jangteo
VOLUME /data
EXPOSE 9000
ENV HEALTH_PORT=9000 HEALTH_ANY=1
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=12 CMD ["healthcheck"]
ENTRYPOINT ["java", "-Xmx96m", "-XX:+UseSerialGC", "-cp", "/app/*", "dev.jangteo.servers.s3.ObjectStorage"]

# --- the jar taken apart by how often its parts change ----------------------------------------------------------------
FROM ${JAVA_IMAGE} AS extracted
ARG SERVICE
WORKDIR /build
COPY ${SERVICE}/target/${SERVICE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM ${JAVA_IMAGE} AS files
RUN useradd --system --uid 10001 --home-dir /nonexistent jangteo
WORKDIR /app
COPY --from=extracted /build/layers/dependencies/ ./
COPY --from=extracted /build/layers/spring-boot-loader/ ./
COPY --from=extracted /build/layers/snapshot-dependencies/ ./
COPY --from=extracted /build/layers/application/ ./

# --- classes loaded and linked ahead of time; made where the jars lie, because the cache remembers their dates --------
FROM files AS trained
RUN java -XX:AOTCacheOutput=/app/app.aot -XX:+UseSerialGC -Xmx256m \
      -Dspring.context.exit=onRefresh -Dspring.profiles.active=local,training \
      -jar app.jar > /tmp/training.log 2>&1 || true; \
    test -s /app/app.aot || { cat /tmp/training.log; exit 1; }

FROM files AS service
ARG SERVICE
LABEL org.opencontainers.image.title="jangteo ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=trained /app/app.aot ./
COPY --chmod=755 deploy/healthcheck /usr/local/bin/healthcheck
USER jangteo
EXPOSE 8080
ENV SERVER_PORT=8080 \
    HEALTH_PORT=8080 \
    JAVA_TOOL_OPTIONS="-XX:AOTCache=/app/app.aot -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp"
HEALTHCHECK --interval=5s --timeout=3s --start-period=40s --retries=24 CMD ["healthcheck"]
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
