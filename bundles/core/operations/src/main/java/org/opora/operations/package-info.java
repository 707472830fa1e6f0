/** Module manager, health, backup and restore, the demo centre, and bin/opora. */
package org.opora.operations;
