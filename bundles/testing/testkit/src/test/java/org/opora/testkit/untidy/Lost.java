package org.opora.testkit.untidy;

/** Sample of a class outside every room. */
public final class Lost {
  void say() {
    System.err.println("lost");
  }
}
