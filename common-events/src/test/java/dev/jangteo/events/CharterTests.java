package dev.jangteo.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** One subject: a notification leaves with the transaction and arrives at least once. */
@AnalyzeClasses(packages = "dev.jangteo.events", importOptions = DoNotIncludeTests.class)
class CharterTests {

	private static final String NOUNS = "(?i).*((?<!re)member|shop(?!ping)|product|order(?!ed)|payment|review|image|campaign|stock|deal|coupon|cart).*";

	@ArchTest
	static final ArchRule depends_on_no_service = noClasses().should()
		.dependOnClassesThat(describe("are part of a service", type -> type.getPackageName().startsWith("dev.jangteo.")
				&& !type.getPackageName().startsWith("dev.jangteo.events")));

	@ArchTest
	static final ArchRule no_type_carries_a_business_noun = noClasses().should().haveNameMatching(NOUNS);

	@ArchTest
	static final ArchRule no_member_carries_a_business_noun = members().that()
		.areDeclaredInClassesThat()
		.resideInAPackage("dev.jangteo.events..")
		.and(describe("are written by hand",
				member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC)
						&& !member.getName().equals("getOrder")))
		.should(ArchConditions.not(ArchConditions.haveNameMatching(NOUNS)));

	@ArchTest
	static final ArchRule has_no_attic = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");

	@ArchTest
	static final ArchRule names_say_what_things_are = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule the_api_knows_nothing_of_the_machinery = noClasses().that()
		.resideInAPackage("dev.jangteo.events")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.events.*..", "org.apache.kafka..", "org.springframework.kafka..");

	@ArchTest
	static final ArchRule the_sides_do_not_know_each_other = noClasses().that()
		.resideInAPackage("..following..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..publishing..", "..owning..");

	@ArchTest
	static final ArchRule what_is_public_is_the_api_or_shared = classes().that()
		.areTopLevelClasses()
		.and(describe("are public", (JavaClass type) -> type.getModifiers().contains(JavaModifier.PUBLIC)))
		.should()
		.resideInAnyPackage("dev.jangteo.events", "dev.jangteo.events.wire");

}
