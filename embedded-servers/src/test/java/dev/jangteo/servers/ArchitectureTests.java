package dev.jangteo.servers;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.servers")
class ArchitectureTests {

	@ArchTest
	static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule nothing_of_the_platform_is_known_here = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.member..", "dev.jangteo.shop..", "dev.jangteo.order..", "dev.jangteo.search..",
				"dev.jangteo.gateway..", "dev.jangteo.events..", "dev.jangteo.defaults..", "dev.jangteo.local..",
				"org.springframework..");

}
