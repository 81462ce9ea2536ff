package dev.jangteo.review;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(ReviewServiceApplication.class);

	@Test
	void modulesKeepToWhatTheyDeclare() {
		modules.verify();
	}

	@Test
	void diagramsAreWritten() {
		new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
	}

}
