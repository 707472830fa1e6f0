package org.opora.api.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The contracts as they were agreed last, in a file that is reviewed with every change. */
record SignatureFile(Path path) {
  private static final String INDENT = "  ";

  SortedMap<String, Contract> read() throws IOException {
    SortedMap<String, Contract> contracts = Contract.none();
    Contract current = null;
    for (String line : Files.readAllLines(path)) {
      if (line.startsWith(INDENT) && current != null) {
        current.lines().add(line.strip());
      } else if (!line.isBlank()) {
        String[] parts = line.split(" ");
        current = new Contract(parts[1]);
        contracts.put(parts[0], current);
      }
    }
    return contracts;
  }

  void write(SortedMap<String, Contract> contracts) throws IOException {
    List<String> lines = new ArrayList<>();
    contracts.forEach(
        (name, contract) -> {
          if (!lines.isEmpty()) {
            lines.add("");
          }
          lines.add(name + " " + contract.version());
          contract.lines().forEach(line -> lines.add(INDENT + line));
        });
    Files.write(path, lines);
  }
}
