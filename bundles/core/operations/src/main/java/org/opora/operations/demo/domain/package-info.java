/** The made-up people of the demo centre. */
package org.opora.operations.demo.domain;
