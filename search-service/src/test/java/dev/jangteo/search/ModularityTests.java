package dev.jangteo.search;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(SearchServiceApplication.class);

	@Test
	void modulesUseWhatTheySayTheyUse() {
		this.modules.verify();
	}

	@Test
	void diagramsCanBeDrawn() {
		new Documenter(this.modules).writeModulesAsPlantUml();
	}

}
