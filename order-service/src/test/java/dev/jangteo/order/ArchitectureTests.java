package dev.jangteo.order;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.jangteo.defaults.architecture.ServiceRules;
import jakarta.persistence.Entity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.order", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests rules = ArchTests.in(ServiceRules.class);

	@ArchTest
	static final ArchRule entities_are_hidden = classes().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule rules_of_ordering_know_no_spring = noClasses().that()
		.haveSimpleName("Order")
		.or()
		.haveSimpleName("OrderLines")
		.or()
		.haveSimpleName("OrderStatus")
		.or()
		.haveSimpleName("Draft")
		.or()
		.haveSimpleName("PlacingPolicy")
		.or()
		.haveSimpleName("ShopTerms")
		.or()
		.haveSimpleName("OpeningHours")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework..");

}
