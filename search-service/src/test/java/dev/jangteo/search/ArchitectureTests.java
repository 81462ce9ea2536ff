package dev.jangteo.search;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.jangteo.defaults.architecture.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.jangteo.search", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests house = ArchTests.in(ServiceRules.class);

	@ArchTest
	static final ArchRule only_the_display_store_knows_redis = noClasses().that()
		.resideOutsideOfPackage("dev.jangteo.search.display")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..");

	@ArchTest
	static final ArchRule only_the_copy_knows_the_words_of_the_owners = noClasses().that()
		.resideOutsideOfPackage("dev.jangteo.search.copy")
		.should()
		.dependOnClassesThat()
		.haveNameMatching("dev\\.jangteo\\.events\\.(Follower|Followed|Versioned|VersionIndex)");

}
