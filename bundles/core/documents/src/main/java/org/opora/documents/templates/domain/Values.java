package org.opora.documents.templates.domain;

import java.util.List;
import java.util.Map;

/** What is written into the fields of a template. What is missing is written as nothing. */
public interface Values {
  /** May be null. Lines are parted by line feeds. */
  String value(String field);

  /** The rows of a list by their columns; may be empty. */
  List<Map<String, String>> rows(String list);
}
