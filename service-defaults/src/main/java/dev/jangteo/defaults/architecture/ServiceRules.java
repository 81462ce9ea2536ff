package dev.jangteo.defaults.architecture;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/**
 * The rules. A service runs them with two lines: <pre>
 * &#64;AnalyzeClasses(packages = "dev.jangteo.order", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTests {
 *
 *     &#64;ArchTest
 *     static final ArchTests rules = ArchTests.in(ServiceRules.class);
 *
 * }</pre>
 */
public final class ServiceRules {

	private static final Set<String> SHARED = Set.of("events", "defaults");

	private static final String WEB = "org.springframework.web.bind.annotation.";

	/** No suffix stands in for a name. */
	@ArchTest
	public static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)(\\$.*)?");

	/** What is found by the framework needs no public modifier. */
	@ArchTest
	public static final ArchRule the_edges_are_hidden = classes().that()
		.areAnnotatedWith(WEB + "RestController")
		.or()
		.areAnnotatedWith(WEB + "RestControllerAdvice")
		.or()
		.areAnnotatedWith("org.springframework.context.annotation.Configuration")
		.or()
		.areAnnotatedWith("jakarta.persistence.Entity")
		.or()
		.areAssignableTo("org.springframework.data.repository.Repository")
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	/** Aggregates and values know the language and the domain, and no framework. */
	@ArchTest
	public static final ArchRule aggregates_know_no_spring = noClasses().that()
		.areAnnotatedWith("jakarta.persistence.Entity")
		.or()
		.areAnnotatedWith("jakarta.persistence.Embeddable")
		.should()
		.dependOnClassesThat(are(springButNotSpringData()))
		.allowEmptyShould(true);

	/** Whoever holds an aggregate cannot set it, only ask it. */
	@ArchTest
	public static final ArchRule aggregates_have_no_setters = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith("jakarta.persistence.Entity")
		.should()
		.haveNameMatching("set[A-Z].*")
		.allowEmptyShould(true);

	/** Notifications leave and arrive through common-events alone. */
	@ArchTest
	public static final ArchRule only_common_events_talks_to_kafka = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

	/** Services meet by HTTP and notifications, never by classes. */
	@ArchTest
	public static final ArchRule no_service_depends_on_another = classes().should(meetNoOtherService());

	/** Collaborators come through the constructor. */
	@ArchTest
	public static final ArchRule nothing_is_injected_into_fields = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

	/** Loggers and constants aside, what can change does so by the object's own verbs. */
	@ArchTest
	public static final ArchRule fields_are_hidden = fields().that()
		.areNotStatic()
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	/** Time is an argument or comes from a clock. */
	@ArchTest
	public static final ArchRule aggregates_do_not_ask_for_the_time = noClasses().that()
		.areAnnotatedWith("jakarta.persistence.Entity")
		.should()
		.callMethod("java.time.Instant", "now")
		.orShould()
		.callMethod("java.time.LocalDate", "now")
		.allowEmptyShould(true);

	/** Output goes to the log, and exceptions are not printed. */
	@ArchTest
	public static final ArchRule nothing_is_printed = noClasses().should()
		.accessField("java.lang.System", "out")
		.orShould()
		.accessField("java.lang.System", "err");

	/**
	 * A stream of rows holds its connection until somebody closes it; a list does not.
	 */
	@ArchTest
	public static final ArchRule rows_are_read_into_lists = noClasses().should()
		.callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream");

	private ServiceRules() {
	}

	private static DescribedPredicate<JavaClass> springButNotSpringData() {
		return DescribedPredicate.describe("Spring", (type) -> {
			var name = type.getPackageName();
			return name.startsWith("org.springframework.") && !name.startsWith("org.springframework.data.domain");
		});
	}

	private static ArchCondition<JavaClass> meetNoOtherService() {
		return new ArchCondition<>("depend on no other service") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				var own = module(type);
				for (var dependency : type.getDirectDependenciesFromSelf()) {
					var other = module(dependency.getTargetClass());
					if (!other.isEmpty() && !other.equals(own) && !SHARED.contains(other)) {
						events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
					}
				}
			}
		};
	}

	private static String module(JavaClass type) {
		var prefix = "dev.jangteo.";
		var name = type.getPackageName();
		return name.startsWith(prefix) ? name.substring(prefix.length()).replaceAll("\\..*", "") : "";
	}

}
