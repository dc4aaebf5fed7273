using System.Text.RegularExpressions;
using Probe.Linux;

namespace Probe.Tests.Catalog;

/// <summary>The committed reference page is the one the catalog gives.</summary>
public sealed partial class CatalogReferenceTests
{
    private static readonly string s_page = Repository.At("src", "Probe.Core", "Catalog", "README.md");

    [Fact]
    public async Task The_reference_page_is_what_the_catalog_says()
    {
        Coverage coverage = await Coverage.FindAsync(LinuxPlatform.Create("/", TimeProvider.System));
        string page = CatalogReference.Write(coverage);
        Console.WriteLine(coverage);

        // What is filled here is another number on every machine: only who rewrites the page states it anew.
        Golden.Matches(s_page, page, text => FilledHere().Replace(text, "$1 (here) |"));
    }

    // The last three numbers of a line of the table of what is filled.
    [GeneratedRegex(@"^(\| [^|]+ \| \d+ \| \d+ \|) \d+ \| \d+ \| \d+ \|$", RegexOptions.Multiline)]
    private static partial Regex FilledHere();
}
