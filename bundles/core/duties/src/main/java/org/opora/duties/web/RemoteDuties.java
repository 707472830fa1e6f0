package org.opora.duties.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.duties.Duties;
import org.opora.api.text.Messages;

/**
 * The list for {@code bin/opora duties}, which counts it on a screen. Names and codes of the JSON
 * are a contract with scripts of the centre.
 */
final class RemoteDuties {
  private final Messages messages;
  private final Locale locale;

  RemoteDuties(Messages messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /** Maps, because {@code case} cannot be the name of a record component. */
  List<Map<String, Object>> json(List<Duties.Line> lines) {
    return lines.stream().map(this::line).toList();
  }

  private Map<String, Object> line(Duties.Line line) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("kind", code(line.subjectKind().name()));
    subject.put("name", line.name() == null ? null : line.name().spoken());
    subject.put("birthDate", line.birthDate() == null ? null : line.birthDate().toString());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", line.rule());
    json.put("case", line.file() == null ? null : line.number());
    json.put("subject", subject);
    json.put("due", line.due() == null ? null : line.due().toString());
    json.put("status", code(line.status().name()));
    json.put("why", messages.text(locale, line.why()));
    return json;
  }

  private static String code(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
