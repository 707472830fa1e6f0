package org.opora.itest.support;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The big list of naughty strings: what programs have stumbled over when somebody typed it. */
public final class Naughty {
  private static final String LIST = "/naughty/blns.json";

  private final List<String> strings;

  private Naughty(List<String> strings) {
    this.strings = strings;
  }

  public static Naughty strings() {
    try (InputStream list = Naughty.class.getResourceAsStream(LIST);
        InputStreamReader text = new InputStreamReader(list, StandardCharsets.UTF_8)) {
      List<String> strings = new ArrayList<>();
      JsonParser.parseReader(text).getAsJsonArray().forEach(one -> strings.add(one.getAsString()));
      strings.removeIf(String::isBlank);
      return new Naughty(strings);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public int count() {
    return strings.size();
  }

  /** The string at this place; after the last one comes the first. */
  public String at(int place) {
    return strings.get(Math.floorMod(place, strings.size()));
  }
}
