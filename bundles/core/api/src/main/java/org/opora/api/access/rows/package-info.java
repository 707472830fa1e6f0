/**
 * Read-only rows that every persistence unit may join: relations, walls, and the keys of one
 * person.
 */
@Export
@Version("1.2.0")
package org.opora.api.access.rows;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
