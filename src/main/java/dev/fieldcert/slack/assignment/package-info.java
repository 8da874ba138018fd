/** Work that a person looks at: handing it in, and hearing about it. */
package dev.fieldcert.slack.assignment;
