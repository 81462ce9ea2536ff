package dev.jangteo.payment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.jangteo.defaults.architecture.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.payment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests rules = ArchTests.in(ServiceRules.class);

	@ArchTest
	static final ArchRule the_rules_of_paying_know_no_spring = noClasses().that()
		.haveSimpleName("Payment")
		.or()
		.haveSimpleName("ConfirmationPolicy")
		.or()
		.haveSimpleName("FollowUpProcess")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework..");

	@ArchTest
	static final ArchRule only_the_adapter_knows_the_provider = noClasses().that()
		.resideOutsideOfPackage("..provider.toss..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..provider.toss..");

}
