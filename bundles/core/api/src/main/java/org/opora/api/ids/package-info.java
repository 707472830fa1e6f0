/**
 * Typed keys. A key is made by the application, never by the database, and says nothing about what
 * it names.
 */
@Export
@Version("1.5.0")
package org.opora.api.ids;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
