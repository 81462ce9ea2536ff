package dev.jangteo.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each check has found a fault that was planted for it, in its file and line. The list
 * below is what deploy/verify is known to see.
 */
class FaultsTests {

	private static final String COMPOSE = "docker-compose.yml";

	private static final String DEPLOYMENTS = "k8s/templates/deployments.yaml";

	private static final String OBJECTIVES = "k8s/watch/rules/objectives.yaml";

	private static final String TROUBLE = "k8s/watch/rules/trouble.yaml";

	private static final String MIGRATION = "member-service/src/main/resources/db/migration/V3__attempts_of_an_account.sql";

	private static final String WORKFLOW = ".github/workflows/verify.yaml";

	/**
	 * A fault.
	 *
	 * @param before what stands there once it is right
	 * @param after the fault, found in one of these lines
	 * @param said part of what the check says
	 * @param exact false for what is missing: that is said of the whole
	 */
	record Fault(String file, String before, String after, String said, boolean exact) {

		Fault(String file, String before, String after, String said) {
			this(file, before, after, said, true);
		}

		@Override
		public String toString() {
			return file + ": " + said;
		}

	}

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource
	void compose(Fault fault) throws IOException {
		assertFound(fault, new ComposeCheck());
	}

	static List<Fault> compose() {
		return List.of(
				new Fault(COMPOSE, "${JANGTEO_PROFILE:-local}\n  SPRING_KAFKA", "${JANGTEO_PROFILE}\n  SPRING_KAFKA",
						"JANGTEO_PROFILE has neither a default nor an error"),
				new Fault(COMPOSE, "${JANGTEO_PORT:-8080}", "${JANGTEO_DOOR:-8080}",
						"JANGTEO_DOOR is told neither in .env.example"),
				new Fault(COMPOSE, "\"127.0.0.1:${JANGTEO_SANDBOX_PORT:-8089}:8080\"",
						"\"${JANGTEO_SANDBOX_PORT:-8089}:8080\"", "is open on every interface"),
				new Fault(COMPOSE, "    mem_limit: 384m\n    healthcheck:", "    memory_limit: 384m\n    healthcheck:",
						"a field we do not use: memory_limit"),
				new Fault(COMPOSE, "      interval: 3s\n      timeout: 3s\n      retries: 30",
						"      start_interval: 1s\n      timeout: 3s\n      retries: 30", "engine of version 20.10"),
				new Fault(COMPOSE, "- postgres:/var/lib/postgresql\n", "- postgres:/var/lib/postgresql/data\n",
						"PostgreSQL 18 keeps its data below"),
				new Fault(COMPOSE, "image: redis:8", "image: redis:latest", "the image of redis has no version"),
				new Fault(COMPOSE, "redis: { condition: service_healthy }\n\n",
						"cache: { condition: service_healthy }\n\n", "there is no service cache"),
				new Fault(COMPOSE, "object-storage: { condition: service_healthy }\n\n  order",
						"object-storage: { condition: service_ready }\n\n  order", "the condition is none of"),
				new Fault(COMPOSE, "./deploy/postgres/start:", "./deploy/postgres/begin:", "does not exist"),
				new Fault(COMPOSE, "volumes: [\"redis:/data\"]", "volumes: [\"cache:/data\"]",
						"the volume cache is not declared"),
				new Fault(COMPOSE, "  read_only: true\n", "", "runs without read_only"),
				new Fault(COMPOSE, "    restart: unless-stopped\n    command: [\"redis-server\"",
						"    restart: unless-stopped\n    restart: always\n    command: [\"redis-server\"",
						"is doubled"));
	}

	@ParameterizedTest
	@MethodSource
	void dockerfile(Fault fault) throws IOException {
		assertFound(fault, new DockerfileCheck());
	}

	static List<Fault> dockerfile() {
		return List.of(
				new Fault("Dockerfile", "# One Dockerfile", "# syntax=docker/dockerfile:1\n# One Dockerfile",
						"a syntax line is fetched"),
				new Fault("Dockerfile", "USER 10001:10001\nEXPOSE 8080\nENV SERVER_ADDRESS=0.0.0.0 \\",
						"USER root\nEXPOSE 8080\nENV SERVER_ADDRESS=0.0.0.0 \\", "not a number above zero"),
				new Fault("Dockerfile", "HEALTHCHECK --interval=3s --timeout=3s --start-period=40s", "#",
						"the stage service has no HEALTHCHECK", false),
				new Fault("Dockerfile",
						"ENTRYPOINT [\"java\", \"@/app/java.options\", \"@/app/aot.options\", \"-jar\", \"/app/app.jar\"]",
						"ENTRYPOINT java -jar /app/app.jar", "does not get SIGTERM"),
				new Fault("Dockerfile", "COPY deploy/java.options ./", "COPY deploy/jvm.options ./",
						"deploy/jvm.options does not exist"),
				new Fault("Dockerfile", "COPY deploy/java.options ./", "COPY deploy/verify ./",
						"deploy/verify is kept away"),
				new Fault("Dockerfile", "WORKDIR /app\n\n# --- an S3", "ONBUILD RUN true\nWORKDIR /app\n\n# --- an S3",
						"an instruction we do not use: ONBUILD"),
				new Fault("deploy/opensearch/Dockerfile", "opensearch:3.8.0", "opensearch", "has no version"));
	}

	@ParameterizedTest
	@MethodSource
	void entries(Fault fault) throws IOException {
		assertFound(fault, new EntriesCheck());
	}

	static List<Fault> entries() {
		return List.of(
				new Fault("k8s/values.yaml", "  review-service:\n    database", "  reviews-service:\n    database",
						"no entry of review-service", false),
				new Fault("k8s/values.yaml", "talksTo: [member-service, shop-service, payment-service]",
						"talksTo: [member-service, shops-service, payment-service]", "talks to nobody we know"),
				new Fault("deploy/postgres/create-databases.sh", "payment_service review_service", "payment_service",
						"the database review_service is not made"),
				new Fault("deploy/observe/prometheus.yaml", "          - review-service:8080\n", "",
						"nobody scrapes review-service"),
				new Fault("k8s/argocd/applicationset.yaml", "{ environment: staging,", "{ environment: stage,",
						"there is no k8s/environments/stage.yaml"),
				new Fault("deploy/observe/collector.yaml", "receivers:\n  otlp:", "receivers:\n  - otlp:\n  otlp:",
						"cannot be read"));
	}

	@ParameterizedTest
	@MethodSource
	void chart(Fault fault) throws IOException {
		assertFound(fault, new ChartCheck((rendering) -> rendering.values().size() == 1));
	}

	static List<Fault> chart() {
		return List.of(
				new Fault(DEPLOYMENTS, "terminationGracePeriodSeconds:", "terminationGraceSeconds:",
						"has no field terminationGraceSeconds"),
				new Fault(DEPLOYMENTS, "failureThreshold: 60", "failureTreshold: 60", "has no field failureTreshold"),
				new Fault(DEPLOYMENTS, "periodSeconds: 10", "periodSeconds: \"10\"", "has to be a whole number"),
				new Fault(DEPLOYMENTS, "enableServiceLinks: false", "enableServiceLinks: never",
						"has to be true or false"),
				new Fault(DEPLOYMENTS, "apiVersion: apps/v1", "apiVersion: apps/v1beta1",
						"the Kubernetes API has no apps/v1beta1 Deployment"),
				new Fault("k8s/templates/config.yaml", "SERVER_PORT: {{ $s.port | quote }}",
						"SERVER_PORT: {{ $s.port }}", "has to be a text"),
				new Fault("k8s/templates/scaling.yaml", "averageUtilization:", "averageUtilisation:",
						"has no field averageUtilisation"),
				new Fault("k8s/templates/network.yaml", "policyTypes:", "policyType:", "has no field policyType"),
				new Fault("k8s/templates/watch.yaml", "honorLabels:", "honourLabels:", "has no field honourLabels"),
				new Fault("k8s/templates/services.yaml", "{{- range $answer := $answers }}",
						"{{- range $answer := $answer }}", "undefined variable"),
				new Fault("k8s/templates/_helpers.tpl", "allowPrivilegeEscalation: false\n", "",
						"a container may gain privileges"),
				new Fault("k8s/templates/_helpers.tpl", "runAsNonRoot: true\n", "", "the pod may run as root"),
				new Fault(DEPLOYMENTS,
						"          readinessProbe:\n            httpGet: { path: {{ $s.health.readiness }}, port: {{ $health }} }\n            periodSeconds: 5\n",
						"", "a container has no readinessProbe"),
				new Fault(DEPLOYMENTS, "  {{- else if not $s.autoscaling.enabled }}", "  {{- else }}",
						"each upgrade would set it back"),
				new Fault("k8s/templates/services.yaml",
						"  selector: {{- include \"jangteo.selector\" $ctx | nindent 4 }}",
						"  selector: {{- include \"jangteo.selector\" (dict \"root\" $ \"name\" \"nobody\") | nindent 4 }}",
						"no pod answers it"),
				new Fault("k8s/environments/dev.yaml", "tag: 0.1.0", "tga: 0.1.0", "tga"),
				new Fault("k8s/environments/dev.yaml", "kind: ingress", "kind: door", "must be one of"), new Fault(
						"k8s/environments/dev.yaml", "replicas: 1 }\nservers", "replicas: one }\nservers", "replicas"));
	}

	@ParameterizedTest
	@MethodSource
	void watch(Fault fault) throws IOException {
		assertFound(fault, new WatchCheck());
	}

	static List<Fault> watch() {
		return List.of(
				new Fault(TROUBLE, "max by (application) (jangteo_events_parked) > 0",
						"max by (application) (jangteo_events_put_aside) > 0", "nobody has the metric"),
				new Fault("k8s/watch/dashboards/shop-floor.json", "max(jangteo_payments_undecided_age_seconds)",
						"max(jangteo_payments_open_seconds)", "nobody has the metric"),
				new Fault(TROUBLE, "runbook: docs/runbooks/dead-letters.md", "runbook: docs/runbooks/letters.md",
						"has no runbook"),
				new Fault("docs/runbooks/dead-letters.md", "## First", "## Firstly",
						"does not begin with three commands", false),
				new Fault("docs/runbooks/dead-letters.md", "`DeadLetters`", "those", "does not name DeadLetters",
						false),
				new Fault("deploy/watch/tests/trouble.yaml",
						"      - alertname: DeadLetters\n        eval_time: 10m\n        exp_alerts: []",
						"      - alertname: CopyDrifts\n        eval_time: 10m\n        exp_alerts: []",
						"no test keeps DeadLetters silent"),
				new Fault(OBJECTIVES, "labels: { severity: page }", "labels: { severity: urgent }",
						"has none of the severities"),
				new Fault("k8s/watch/dashboards/events.json", "\"id\": 2,", "\"id\": 1,", "two panels have the id 1"));
	}

	@ParameterizedTest
	@MethodSource
	void workflows(Fault fault) throws IOException {
		assertFound(fault, new WorkflowCheck());
	}

	static List<Fault> workflows() {
		return List.of(
				new Fault(WORKFLOW, "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
						"actions/checkout@v4", "named by the hash"),
				new Fault(WORKFLOW, "permissions:\n  contents: read\n", "", "without permissions"),
				new Fault(WORKFLOW, "    timeout-minutes: 90\n", "", "has no timeout-minutes"),
				new Fault(WORKFLOW, "    runs-on:", "    run-on:", "has no field run-on"),
				new Fault(WORKFLOW, "run: bash .ci/run", "run: bash .ci/run ${{ github.event.pull_request.title }}",
						"becomes part of a script"),
				new Fault(".github/workflows/release.yaml", "needs: [version]", "needs: [versions]",
						"there is no job versions"));
	}

	@ParameterizedTest
	@MethodSource
	void migrations(Fault fault) throws IOException {
		assertFound(fault, new MigrationsCheck());
	}

	static List<Fault> migrations() {
		var added = "alter table login_attempts add column account uuid;";
		return List.of(new Fault(MIGRATION, added, "alter table login_attempts drop column email;", "still reads"),
				new Fault(MIGRATION, added, "alter table login_attempts rename column email to account;", "old name"),
				new Fault(MIGRATION, added, "alter table login_attempts alter column at set not null;", "as it was"),
				new Fault(MIGRATION, added, "alter table login_attempts add column account uuid not null;",
						"give it a default"));
	}

	@ParameterizedTest
	@MethodSource
	void programs(Fault fault) throws IOException {
		var tools = Tools.ofEnvironment();
		Assumptions.assumeTrue(ToolsCheck.PROGRAMS.stream().allMatch(program -> tools.find(program).isPresent()),
				"deploy/verify fetches promtool, amtool and shellcheck");
		assertFound(fault, new ToolsCheck(tools));
	}

	static List<Fault> programs() {
		return List.of(
				new Fault(TROUBLE, "max by (application) (jangteo_events_parked) > 0",
						"max by (application (jangteo_events_parked) > 0", "promtool"),
				new Fault("deploy/watch/tests/trouble.yaml", "values: '0x5 2x20'", "values: '0x5 0x20'",
						"the test of NotificationsParked fails"),
				new Fault("deploy/observe/prometheus.yaml", "honor_labels: true", "honour_labels: true", "promtool"),
				new Fault("deploy/observe/alertmanager.yaml", "receiver: duty", "receiver: nobody", "amtool"),
				new Fault("deploy/healthcheck", "port=\"${HEALTH_PORT:-", "cd /app\nport=\"${HEALTH_PORT:-",
						"shellcheck"));
	}

	private void assertFound(Fault fault, Check check) throws IOException {
		var project = copy();
		var file = folder.resolve(fault.file());
		var text = Files.readString(file);
		assertThat(text).as("what the fault replaces").contains(fault.before());
		Files.writeString(file, text.replace(fault.before(), fault.after()));
		var first = (int) text.substring(0, text.indexOf(fault.before())).lines().count();
		var last = first + 1 + (int) fault.after().lines().count();
		assertThat(check.run(project)).anySatisfy(finding -> {
			assertThat(finding.message()).contains(fault.said());
			var place = finding.file() + ":" + finding.line();
			if (finding.file().equals(fault.file()) && fault.exact() && !fault.before().contains(fault.after())) {
				assertThat(finding.line()).as(place).isBetween(first, last);
			}
			else {
				// What is missing is noticed where it was to be used.
				assertThat(project.lines(finding.file()).size()).as(place).isGreaterThanOrEqualTo(finding.line());
			}
		});
	}

	/** Everything the checks read, without what is built. */
	private Project copy() throws IOException {
		var root = ProjectTests.PROJECT.root();
		var wanted = Stream.of(COMPOSE, "Dockerfile", ".dockerignore", ".env.example", "pom.xml", "jangteo", ".ci",
				"k8s", "deploy", ".github", "docs", "member-service/src/main/resources/db");
		for (var top : wanted.map(root::resolve).toList()) {
			try (var files = Files.walk(top)) {
				for (var file : files.filter(Files::isRegularFile)
					.filter(file -> !root.relativize(file).startsWith("deploy/checks"))
					.toList()) {
					var target = folder.resolve(root.relativize(file));
					Files.createDirectories(target.getParent());
					Files.copy(file, target);
				}
			}
		}
		return new Project(folder);
	}

}
