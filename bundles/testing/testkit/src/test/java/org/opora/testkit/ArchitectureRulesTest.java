package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
  private static List<String> faults(String root) throws URISyntaxException {
    Path classes =
        Path.of(
            ArchitectureRulesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    return ArchitectureRules.faultsOfModule(classes.resolve(root.replace('.', '/')), root);
  }

  @Test
  void aTidyModulePasses() throws Exception {
    assertEquals(List.of(), faults("org.opora.testkit.tidy"));
  }

  @Test
  void anUntidyModuleIsToldWhatIsWrong() throws Exception {
    List<String> faults = faults("org.opora.testkit.untidy");
    assertFalse(faults.isEmpty());
    String all = String.join("\n", faults);
    assertTrue(all.contains("the domain of a module knows the trade"), all);
    assertTrue(all.contains("the clock of the viewer"), all);
    assertTrue(all.contains("beside its rooms"), all);
    assertTrue(all.contains("what is to be said goes to the log"), all);
    assertTrue(all.contains("pages and contributions call use cases"), all);
    assertTrue(all.contains("use cases ask the tables"), all);
    assertTrue(all.contains("pages call use cases"), all);
    assertTrue(all.contains("untidy.pages.Shown"), "the shell calls that room otherwise: " + all);
    assertTrue(all.contains("sessions are those of the house"), all);
    assertTrue(all.contains("what is asked of the tables stands in persistence"), all);
    assertTrue(all.contains("in a ring: left -> right"), all);
    assertTrue(all.contains("in a ring: right -> left"), all);
    assertTrue(all.contains("Memory.counted is state"), all);
    assertTrue(all.contains("Memory.SEEN is state"), all);
    assertFalse(all.contains("Memory.NAMES"), all);
  }
}
