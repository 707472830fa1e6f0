package org.opora.benchmark.measure;

/** What people do all day. */
public enum Operation {
  SEARCH("search, key worker", 0.1),
  SEARCH_ALL("search, director", 0.1),
  OPEN("open a case", 0.1),
  DUTIES("list duties", 0),
  SAVE("save a visit", 0.1);

  private final String title;
  private final double target;

  Operation(String title, double target) {
    this.title = title;
    this.target = target;
  }

  public String title() {
    return title;
  }

  /** Least part of the floor's rate at eight clients; 0 for none. */
  public double target() {
    return target;
  }
}
