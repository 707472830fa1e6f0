package org.opora.web.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opora.api.web.Request;
import org.opora.web.gate.GateRequest;

/** On what somebody is signed in, in the words of whoever made it: so they know it again. */
final class Browsers {
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    // Most pretend to be others as well: the first that fits is meant.
    PROGRAMS.put("Edg", "Edge");
    PROGRAMS.put("OPR/", "Opera");
    PROGRAMS.put("SamsungBrowser/", "Samsung Internet");
    PROGRAMS.put("Firefox/", "Firefox");
    PROGRAMS.put("FxiOS/", "Firefox");
    PROGRAMS.put("CriOS/", "Chrome");
    PROGRAMS.put("Chrome/", "Chrome");
    PROGRAMS.put("Safari/", "Safari");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Macintosh", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browsers() {}

  /** Such as {@code Firefox, Windows}; null when the browser says nothing we know. */
  static String name(Request request) {
    String agent = ((GateRequest) request).agent();
    if (agent == null) {
      return null;
    }
    String program = first(PROGRAMS, agent);
    String system = first(SYSTEMS, agent);
    return program == null || system == null
        ? program == null ? system : program
        : program + ", " + system;
  }

  private static String first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
