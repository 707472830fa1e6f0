/**
 * Read-only rows that every persistence unit may join: relations, walls, and the canonical key of a
 * person.
 */
@Export
@Version("1.0.0")
package org.opora.api.access.rows;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
