package dev.jangteo.member;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

	@Test
	void modulesMeetOnlyWhereTheyMay() {
		var modules = ApplicationModules.of(MemberServiceApplication.class).verify();
		new Documenter(modules).writeModulesAsPlantUml();
	}

}
