package org.opora.documents.templates.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.documents.spi.TemplateData.Given;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.documents.spi.TemplateData.Rows;
import org.opora.api.text.Text;
import org.opora.documents.templates.domain.Catalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The fields that rooms and modules bring, as one list. Where two bring one key, the first holds.
 */
@Component(service = FieldBook.class)
public final class FieldBook {
  private final List<TemplateData> brought = new CopyOnWriteArrayList<>();

  @Activate
  public FieldBook() {
    // Nobody is asked for before they come.
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addData(TemplateData data) {
    brought.add(data);
  }

  public void removeData(TemplateData data) {
    brought.remove(data);
  }

  /** What may be named now. */
  public Known known() {
    Map<String, Text> fields = new TreeMap<>();
    Map<String, Rows> lists = new TreeMap<>();
    for (TemplateData data : brought) {
      data.fields().forEach(field -> fields.putIfAbsent(field.key(), field.title()));
      data.lists().forEach(rows -> lists.putIfAbsent(rows.key(), rows));
    }
    return new Known(fields, lists);
  }

  /** Everything that the letter names, of whoever brings it. */
  public Given given(Viewer viewer, TemplateData.Wanted wanted) {
    Map<String, Object> values = new HashMap<>();
    Map<String, List<Map<String, Object>>> rows = new HashMap<>();
    Set<Left> left = new LinkedHashSet<>();
    brought.stream()
        .filter(data -> wanted.any(keys(data)))
        .map(data -> data.given(viewer, wanted))
        .forEach(
            given -> {
              given.values().forEach(values::putIfAbsent);
              given.rows().forEach(rows::putIfAbsent);
              left.addAll(given.left());
            });
    return new Given(values, rows, new ArrayList<>(left));
  }

  private static Set<String> keys(TemplateData data) {
    Set<String> keys = new LinkedHashSet<>();
    data.fields().forEach(field -> keys.add(field.key()));
    data.lists()
        .forEach(
            rows -> rows.columns().forEach(column -> keys.add(rows.key() + "." + column.key())));
    return keys;
  }

  /** A row of the list of fields. */
  public record Line(String key, Text title, Text list) {}

  /** The names at one moment. */
  public static final class Known implements Catalogue {
    private final Map<String, Text> fields;
    private final Map<String, Rows> rows;

    private Known(Map<String, Text> fields, Map<String, Rows> rows) {
      this.fields = fields;
      this.rows = rows;
    }

    @Override
    public Set<String> fields() {
      return fields.keySet();
    }

    @Override
    public Map<String, Set<String>> lists() {
      Map<String, Set<String>> lists = new TreeMap<>();
      rows.forEach(
          (key, list) -> {
            Set<String> columns = new LinkedHashSet<>();
            list.columns().forEach(column -> columns.add(column.key()));
            lists.put(key, columns);
          });
      return lists;
    }

    /** Fields first, then the columns of each list. */
    public List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      fields.forEach((key, title) -> lines.add(new Line(key, title, null)));
      rows.values().stream()
          .sorted(Comparator.comparing(Rows::key))
          .forEach(
              list ->
                  list.columns()
                      .forEach(
                          column ->
                              lines.add(
                                  new Line(
                                      list.key() + "." + column.key(),
                                      column.title(),
                                      list.title()))));
      return lines;
    }

    /** What a name is called, also that of a list; null when nobody brings it. */
    public Text title(String key) {
      if (fields.containsKey(key)) {
        return fields.get(key);
      }
      String list = listOf(key);
      if (list == null) {
        return rows.containsKey(key) ? rows.get(key).title() : null;
      }
      return rows.get(list).columns().stream()
          .filter(column -> key.equals(list + "." + column.key()))
          .map(TemplateData.Field::title)
          .findFirst()
          .orElse(null);
    }
  }
}
