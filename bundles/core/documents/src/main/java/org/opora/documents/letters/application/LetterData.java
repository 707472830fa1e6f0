package org.opora.documents.letters.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.documents.spi.TemplateData;
import org.opora.documents.shared.Sentence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a letter says of itself: its day, who writes it and to whom. */
@Component(service = {TemplateData.class, LetterData.class})
public final class LetterData implements TemplateData {
  private static final String TODAY = "letter.day";
  private static final String WRITER = "letter.writer";
  private static final String NAME = "addressee.name";
  private static final String TOWN = "addressee.town";
  private static final String BOX = "addressee.data-box";
  private final Bodies bodies;

  @Activate
  public LetterData(@Reference Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public List<Field> fields() {
    return List.of(TODAY, WRITER, NAME, TOWN, BOX).stream()
        .map(key -> new Field(key, Sentence.text("letter-field." + key)))
        .toList();
  }

  @Override
  public Given given(Viewer viewer, Wanted wanted) {
    Map<String, Object> values = new HashMap<>();
    values.put(TODAY, viewer.today());
    values.put(WRITER, viewer.name());
    values.put(NAME, wanted.reader().name());
    if (wanted.reader().body() != null) {
      Bodies.Line line = bodies.lines(List.of(wanted.reader().body())).get(wanted.reader().body());
      if (line != null) {
        put(values, TOWN, line.town());
        put(values, BOX, line.dataBox());
      }
    }
    return new Given(values, Map.of(), List.of());
  }

  private static void put(Map<String, Object> values, String key, String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
