package dev.jangteo.sandbox;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule only_the_sandbox_and_its_settings_are_public = classes().that()
		.arePublic()
		.and()
		.areTopLevelClasses()
		.should()
		.haveNameMatching("dev\\.jangteo\\.sandbox\\.Sandbox(Settings)?");

	@ArchTest
	static final ArchRule it_knows_nothing_of_the_platform = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.jangteo.events..", "dev.jangteo.defaults..", "org.springframework..");

}
