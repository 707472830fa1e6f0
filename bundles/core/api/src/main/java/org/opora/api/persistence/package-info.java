/** Transactions and keys. The only door to the database. */
@Export
@Version("1.5.0")
package org.opora.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
