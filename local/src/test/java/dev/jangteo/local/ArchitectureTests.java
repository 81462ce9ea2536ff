package dev.jangteo.local;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.local")
class ArchitectureTests {

	@ArchTest
	static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule services_are_known_by_their_api_alone = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.member..", "dev.jangteo.shop..", "dev.jangteo.order..", "dev.jangteo.search..",
				"dev.jangteo.gateway..", "dev.jangteo.events..", "dev.jangteo.defaults..");

	@ArchTest
	static final ArchRule the_demo_needs_a_gateway_and_nothing_else = noClasses().that()
		.resideInAPackage("dev.jangteo.local.demo..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.local.platform..", "dev.jangteo.servers..");

}
