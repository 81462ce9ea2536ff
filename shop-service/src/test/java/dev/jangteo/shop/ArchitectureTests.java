package dev.jangteo.shop;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.jangteo.defaults.architecture.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.shop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests house = ArchTests.in(ServiceRules.class);

	@ArchTest
	static final ArchRule feeds_are_read_without_spring_and_database = noClasses().that()
		.resideInAPackage("dev.jangteo.shop.imports.feed")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "java.sql..", "dev.jangteo.defaults..");

	@ArchTest
	static final ArchRule only_one_package_knows_the_storage = noClasses().that()
		.resideOutsideOfPackage("dev.jangteo.shop.imports.storage")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("software.amazon..");

}
