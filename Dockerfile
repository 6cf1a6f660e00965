FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml .
COPY src src
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:25-jre-alpine
RUN addgroup -S holdfast && adduser -S -G holdfast -h /var/lib/holdfast holdfast
WORKDIR /var/lib/holdfast
COPY --from=build /src/target/holdfast.jar /opt/holdfast/
COPY --from=build /src/target/lib /opt/holdfast/lib
COPY config/holdfast.yml /etc/holdfast/holdfast.yml
USER holdfast
# A container is reached from outside it; everywhere else the page stays on loopback.
ENV HOLDFAST_LISTEN=0.0.0.0:8080
EXPOSE 8080
VOLUME /var/lib/holdfast
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD wget -q -O /dev/null http://127.0.0.1:8080/-/healthy
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", "-jar", "/opt/holdfast/holdfast.jar"]
CMD ["run", "-c", "/etc/holdfast/holdfast.yml"]
