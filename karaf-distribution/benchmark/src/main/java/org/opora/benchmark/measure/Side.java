package org.opora.benchmark.measure;

import java.util.Set;
import org.opora.benchmark.load.Task;

/** One of the two that are compared, while it runs. */
public interface Side extends AutoCloseable {
  int port();

  /** What can be asked of it. */
  Set<Operation> operations();

  Task task(Operation operation);

  @Override
  void close();
}
