package dev.jangteo.benchmarks;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.jangteo.benchmarks", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule names_speak_the_domain = noClasses().should()
		.haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager)");

	@ArchTest
	static final ArchRule packages_have_no_cycles = slices().matching("dev.jangteo.benchmarks.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule figures_know_nothing_of_how_they_were_made = noClasses().that()
		.resideInAPackage("..figures..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..tools..", "..platform..", "..sql..", "..suite..");

}
