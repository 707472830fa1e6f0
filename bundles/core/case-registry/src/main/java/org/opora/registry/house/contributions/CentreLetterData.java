package org.opora.registry.house.contributions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.text.Text;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stands on paper of the centre, for letters. It names no client. */
@Component
public final class CentreLetterData implements TemplateData {
  private static final String CENTRE = "centre.";
  private final CentreDesk centre;

  @Activate
  public CentreLetterData(@Reference CentreDesk centre) {
    this.centre = centre;
  }

  @Override
  public List<Field> fields() {
    return Arrays.stream(CentreDesk.Field.values())
        .map(
            field ->
                new Field(
                    key(field),
                    Text.of(
                        Refusals.TEXTS,
                        "letter-field.centre",
                        Text.of(Refusals.TEXTS, CENTRE + field.code()))))
        .toList();
  }

  /** As the codes of the settings, in the manner of the other fields. */
  private static String key(CentreDesk.Field field) {
    return CENTRE + field.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Given given(Viewer viewer, Wanted wanted) {
    Map<String, String> paper = centre.onPaper(viewer.today());
    Map<String, Object> values = new HashMap<>();
    for (CentreDesk.Field field : CentreDesk.Field.values()) {
      String value = paper.get(field.code());
      if (value != null && wanted.names().contains(key(field))) {
        values.put(key(field), value);
      }
    }
    return new Given(values, Map.of(), List.of());
  }
}
