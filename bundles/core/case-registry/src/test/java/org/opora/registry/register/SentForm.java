package org.opora.registry.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page as a browser would send it back.
 *
 * @param values what stands in its fields
 * @param typed names of those in which somebody types
 */
record SentForm(Map<String, List<String>> values, Set<String> typed) {
  private static final Pattern FIELD =
      Pattern.compile(
          "<(input)\\b([^>]*)>()|<(textarea)\\b([^>]*)>(.*?)</textarea>"
              + "|<(select)\\b([^>]*)>(.*?)</select>",
          Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d+)|(lt|gt|amp|quot));");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

  /** Null when no form of the page leads there. */
  static SentForm in(String page, String action) {
    Matcher form =
        Pattern.compile(
                "<form\\b[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>",
                Pattern.DOTALL)
            .matcher(page);
    if (!form.find()) {
      return null;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    Set<String> typed = new LinkedHashSet<>();
    Matcher field = FIELD.matcher(form.group(1));
    while (field.find()) {
      int at = field.group(1) != null ? 1 : field.group(4) != null ? 4 : 7;
      Map<String, String> attributes = attributes(field.group(at + 1));
      String name = attributes.get("name");
      String type = attributes.getOrDefault("type", field.group(at));
      if (name == null || Set.of("file", "submit").contains(type)) {
        continue;
      }
      if (Set.of("text", "textarea", "search", "tel", "email").contains(type)) {
        typed.add(name);
      }
      String value =
          switch (type) {
            case "textarea" -> plain(field.group(at + 2));
            case "select" -> chosen(field.group(at + 2));
            case "checkbox", "radio" ->
                attributes.containsKey("checked") ? attributes.getOrDefault("value", "on") : null;
            default -> attributes.getOrDefault("value", "");
          };
      if (value != null) {
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    return new SentForm(values, typed);
  }

  private static String chosen(String options) {
    String first = null;
    Matcher option = OPTION.matcher(options);
    while (option.find()) {
      Map<String, String> attributes = attributes(option.group(1));
      if (first == null || attributes.containsKey("selected")) {
        first = attributes.getOrDefault("value", "");
      }
      if (attributes.containsKey("selected")) {
        return first;
      }
    }
    return first;
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      attributes.put(
          attribute.group(1), attribute.group(2) == null ? "" : plain(attribute.group(2)));
    }
    return attributes;
  }

  /** As it was before it became part of a page. */
  static String plain(String written) {
    return ENTITY
        .matcher(written)
        .replaceAll(
            entity ->
                Matcher.quoteReplacement(
                    entity.group(1) == null
                        ? NAMED.get(entity.group(2))
                        : Character.toString(Integer.parseInt(entity.group(1)))));
  }

  /** Empty when there is nothing in it. */
  String value(String name) {
    List<String> all = values.get(name);
    return all == null ? "" : all.get(0);
  }
}
