package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;

class DefaultTableTest {
  private final DefaultTable table = DefaultTable.reviewed();

  @Test
  void theItAdministratorGetsTechnicalPermissionsOnly() {
    for (DefaultTable.Row row : table.rows()) {
      assertTrue(
          row.dataClass() == DataClass.TECHNICAL
              || !row.reaches().containsKey(Roles.IT_ADMINISTRATOR),
          row.permission());
    }
    assertEquals(7, table.of(Roles.IT_ADMINISTRATOR).size());
  }

  @Test
  void onlyTheDirectorDecidesWhoSeesWhat() {
    for (String permission : List.of("access.accounts", "access.roles", "access.walls")) {
      DefaultTable.Row row =
          table.rows().stream()
              .filter(one -> one.permission().equals(permission))
              .findFirst()
              .orElseThrow();
      assertEquals(Map.of(Roles.DIRECTOR, Reach.ALL), row.reaches(), permission);
    }
  }

  @Test
  void everyRoleHasItsWordsInEveryLanguageAndNoWordsAreOfWhatIsNoPermission() throws IOException {
    for (String language : List.of("cs", "pl", "en")) {
      Properties words = new Properties();
      try (InputStream in =
          AccessModule.class.getResourceAsStream("/i18n/messages_" + language + ".properties")) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      for (String role : table.roles()) {
        assertTrue(words.containsKey("role." + role), language + " " + role);
      }
      assertEquals(
          List.of(),
          words.stringPropertyNames().stream()
              .filter(key -> key.startsWith("permission."))
              .filter(key -> !table.knows(key.substring("permission.".length())))
              .toList());
    }
  }

  @Test
  void theTableDecidesAndAModuleOfSomebodyElseSpeaksForItself() {
    Map<String, Reach> own = Map.of("volunteer", Reach.ALL);
    assertEquals(
        Map.of(Roles.DIRECTOR, Reach.ALL, Roles.KEY_WORKER, Reach.OWN),
        table.of(new Permission("registry.visit.write", DataClass.CONTACT_TEXT, own)));
    assertEquals(own, table.of(new Permission("guests.read", DataClass.CARE_TEXT, own)));
  }

  @Test
  void aTableThatIsWrittenWronglyIsNotReadHalf() {
    String head = "| permission | bundle | data class | director |\n| -- | -- | -- | -- |\n";
    DefaultTable good = DefaultTable.parse(head + "| a.read | a | SAFETY | own |\n");
    assertEquals(Map.of("a.read", Reach.OWN), good.of("director"));
    for (String bad :
        List.of(
            "| a.read | a | SAFETY | own |\n| a.read | a | SAFETY | all |\n",
            "| a.read | a | SAFETY |\n",
            "| a.read | a | SAFETY | some |\n",
            "| a.read | a | SECRETS | own |\n")) {
      assertThrows(IllegalArgumentException.class, () -> DefaultTable.parse(head + bad), bad);
    }
  }
}
