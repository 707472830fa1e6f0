package org.opora.documents.templates.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Values;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A template that was looked through: nothing in it can fail when it is filled. It comes out of
 * {@link TemplateCheck} only.
 */
public final class Template {
  private final Map<String, byte[]> parts;
  private final Set<String> stories;
  private final Set<String> fields;
  private final Catalogue catalogue;

  Template(
      Map<String, byte[]> parts, Set<String> stories, Set<String> fields, Catalogue catalogue) {
    this.parts = parts;
    this.stories = stories;
    this.fields = Set.copyOf(fields);
    this.catalogue = catalogue;
  }

  /** The names that it uses, as it writes them. */
  public Set<String> fields() {
    return fields;
  }

  /** A document of Word with the values in the place of the fields. */
  public byte[] fill(Values values) {
    Map<String, byte[]> filled = new LinkedHashMap<>(parts);
    filled.replaceAll((name, part) -> stories.contains(name) ? story(part, values) : part);
    return Package.packed(filled);
  }

  private byte[] story(byte[] part, Values values) {
    Document story;
    try {
      story = Xml.read(part);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Element root = story.getDocumentElement();
    Map<Element, Boolean> written = new Rows(catalogue).write(root, values);
    new Writing(values::value).into(root, written.keySet());
    return Xml.written(story);
  }
}
