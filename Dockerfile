# One Dockerfile for all services. The jars are built first, by `mvn -Pquick package`:
#
#   docker build --build-arg SERVICE=order-service -t jangteo/order-service .
#
# The targets `object-storage`, `provider-sandbox` and `service` are used by docker-compose.yml; `service` is the default. The label
# `dev.jangteo.aot-cache` says whether an image holds an AOT cache: `on`, or `off` where one was not wanted
# (`--build-arg AOT=off`, for a build under emulation). A build that wants one and gets none fails.
ARG JAVA_IMAGE=eclipse-temurin:25-jre
ARG POSTGRES_IMAGE=postgres:18
ARG AOT=on

# --- what all images have -----------------------------------------------------------------------------------------------
FROM ${JAVA_IMAGE} AS base
RUN groupadd --system --gid 10001 jangteo \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent jangteo
COPY --chmod=755 deploy/healthcheck /usr/local/bin/healthcheck
# Two arenas instead of eight per processor: a JVM's native memory stays close to what it uses.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app

# --- an S3 store for a trial --------------------------------------------------------------------------------------------
FROM base AS object-storage
RUN install -d -o 10001 -g 10001 /data
COPY embedded-servers/s3/target/lib/ ./
COPY embedded-servers/s3/target/embedded-s3.jar ./
LABEL org.opencontainers.image.title="jangteo object-storage" \
      org.opencontainers.image.licenses="Apache-2.0"
USER 10001:10001
VOLUME /data
EXPOSE 9000
ENV HEALTH_PORT=9000 HEALTH_ANY=1
HEALTHCHECK --interval=3s --timeout=3s --start-period=20s --retries=20 CMD ["healthcheck"]
ENTRYPOINT ["java", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", "/app/*", "dev.jangteo.servers.s3.ObjectStorage"]

# --- the payment provider's sandbox, for a trial ------------------------------------------------------------------------
FROM base AS provider-sandbox
RUN install -d -o 10001 -g 10001 /data
COPY provider-sandbox/target/lib/ ./
COPY provider-sandbox/target/provider-sandbox.jar ./
LABEL org.opencontainers.image.title="jangteo provider-sandbox" \
      org.opencontainers.image.licenses="Apache-2.0"
USER 10001:10001
VOLUME /data
EXPOSE 8080
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 JANGTEO_SANDBOX_DATA=/data HEALTH_ANY=1
HEALTHCHECK --interval=3s --timeout=3s --start-period=20s --retries=20 CMD ["healthcheck"]
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", "/app/*", "dev.jangteo.sandbox.Sandbox"]

# --- the jar taken apart by how often its parts change --------------------------------------------------------------------
FROM ${JAVA_IMAGE} AS extracted
ARG SERVICE
WORKDIR /build
COPY ${SERVICE}/target/${SERVICE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM base AS files
COPY --from=extracted /build/layers/dependencies/ ./
COPY --from=extracted /build/layers/spring-boot-loader/ ./
COPY --from=extracted /build/layers/snapshot-dependencies/ ./
COPY --from=extracted /build/layers/application/ ./
COPY deploy/java.options ./

# --- one run against a real database, after which the JVM writes down what its next start needs (ADR 0080) -----------------
FROM ${POSTGRES_IMAGE} AS trained-on
ARG SERVICE
COPY --from=files /opt/java/openjdk /opt/java/openjdk
COPY --from=files /app /app
COPY --chmod=755 deploy/healthcheck deploy/train /usr/local/bin/
RUN train "${SERVICE}" /aot

FROM base AS trained-off
RUN install -d /aot

FROM trained-${AOT} AS trained

# --- the image ------------------------------------------------------------------------------------------------------------
FROM files AS service
ARG SERVICE
ARG AOT
COPY --from=trained /aot/ ./
# The JVM would go on without a cache it cannot use: here it has to use it.
RUN if [ "${AOT}" = off ]; then \
      touch aot.options; \
    else \
      echo -XX:AOTCache=/app/app.aot > aot.options \
      && java @java.options @aot.options -XX:AOTMode=on -cp /app/app.jar -version; \
    fi
LABEL org.opencontainers.image.title="jangteo ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      dev.jangteo.aot-cache="${AOT}"
USER 10001:10001
EXPOSE 8080
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080
HEALTHCHECK --interval=3s --timeout=3s --start-period=40s --retries=30 CMD ["healthcheck"]
ENTRYPOINT ["java", "@/app/java.options", "@/app/aot.options", "-jar", "/app/app.jar"]
