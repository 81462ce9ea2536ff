package dev.jangteo.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.jangteo.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule the_gateway_shares_nothing_with_a_service = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.events..", "dev.jangteo.defaults..", "dev.jangteo.member..",
				"dev.jangteo.shop..", "dev.jangteo.order..", "dev.jangteo.search..");

	@ArchTest
	static final ArchRule capabilities_have_no_cycles = slices().matching("dev.jangteo.gateway.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule controllers_are_hidden = classes().that()
		.haveSimpleNameEndingWith("Controller")
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule nobody_touches_kafka = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.kafka..");

}
