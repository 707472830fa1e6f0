package org.opora.registry.people.matching;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws names as common as they are: the first ones of each list come often, the last seldom. */
final class Names {
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Random random;

  Names(Random random) {
    this.random = random;
    String heading = null;
    for (String line : file().lines().toList()) {
      if (line.startsWith("[")) {
        heading = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lists.put(heading, List.of(line.split(" ")));
      }
    }
  }

  String given(boolean polish, boolean woman) {
    return drawn((polish ? "pl" : "cs") + (woman ? "-woman" : "-man"));
  }

  /** The family name as a man and as a woman bears it. */
  Family family(boolean polish) {
    String[] both = drawn((polish ? "pl" : "cs") + "-family").split(":");
    return new Family(both[0], both[1]);
  }

  private String drawn(String list) {
    List<String> names = lists.get(list);
    double low = Math.min(random.nextDouble(), random.nextDouble());
    return names.get((int) (low * names.size()));
  }

  private static String file() {
    try (InputStream in = Names.class.getResourceAsStream("/people/names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  record Family(String man, String woman) {
    String of(boolean isWoman) {
      return isWoman ? woman : man;
    }
  }
}
