"""Words that tell an office, a body or a group from a name."""

HONORIFICS = frozenset("mr mrs ms miss mx dr prof sir dame lord lady baroness baron rev hon madam".split())
"""Words that only ever stand before a person's name."""

OFFICES = frozenset(
    """president premier minister chancellor secretary governor mayor senator sen rep representative
    congressman congresswoman lawmaker deputy ambassador envoy commissioner chief chief-of-staff chair chairman
    chairwoman chairperson director director-general secretary-general general lieutenant colonel major captain admiral
    commander marshal brigadier sergeant professor spokesman spokeswoman spokesperson leader king queen prince princess
    emperor pope archbishop bishop cardinal imam rabbi sheikh judge justice attorney speaker undersecretary treasurer
    economist analyst researcher scientist doctor nurse lawyer adviser advisor coordinator coordinator-general head
    founder ceo coach activist campaigner councillor councilman councilwoman comptroller ombudsman whip taoiseach
    gov gen col lt maj capt adm sgt cmdr supt inspector superintendent constable officer manager owner author
    historian expert fellow host correspondent reporter editor journalist farmer resident principal dean rector
    opposition-leader negotiator diplomat assemblyman assemblywoman alderman congressperson councilor""".split()
)
"""Nouns that are an office before a person's name."""
QUALIFIERS = frozenset(
    """interior foreign defence defense finance energy trade health environment climate home justice transport labour
    labor education agriculture economy economic housing state national security executive legislative acting former
    incoming outgoing interim first second senior shadow permanent opposition majority minority parliamentary regional
    prime vice deputy junior chief general attorney district lead top veteran""".split()
)
"""Words that may stand before an office."""

BODIES = frozenset(
    """ministry department agency office bureau council committee commission board authority assembly parliament senate
    house congress party union association federation confederation alliance coalition league organisation organization
    bank fund treasury court tribunal university college institute institution centre center foundation society group
    company corporation inc ltd llc plc corp gmbh airlines airways club church police army navy force forces guard
    service services network news times post press agency watch international nations bloc movement front
    campaign network trust chamber cabinet government administration directorate secretariat observatory hospital
    school district exchange partnership initiative forum summit taskforce task programme program inspectorate
    ombudsman registry mission delegation embassy consulate unit team corps brigade command reserve greens democrats
    republicans conservatives liberals labour socialists nationalists""".split()
)
"""Words that make a name one of a body."""

UNNAMED = frozenset(
    """official officials source sources diplomat diplomats person people aide aides insider insiders spokesman
    spokeswoman spokesperson spokespeople adviser advisers advisor advisors negotiator negotiators witness witnesses
    minister ministers lawmaker lawmakers envoy envoys report reports statement""".split()
)
"""Heads of phrases that stand for one or a few who are not named."""

PEOPLE = frozenset(
    """official officials source sources diplomat diplomats person people aide aides spokesman spokeswoman spokesperson
    adviser advisers negotiator negotiators witness witnesses minister ministers lawmaker lawmakers envoy envoys
    government governments ministry president premier chancellor opposition union unions party parties bank banks court
    judge judges commission committee council agency company companies firm firms industry farmers residents doctors
    nurses teachers workers employers employees critics supporters campaigners activists scientists researchers experts
    economists analysts investors traders voters protesters rebels militants troops forces army police prosecutors
    lawyers authorities leaders leader members states countries nations allies mediators delegates delegations bloc group
    groups charity charities watchdog regulator regulators organisation organization body mayor mayors governor
    governors senators mps lawmakers legislators republicans democrats conservatives exporters importers producers
    retailers carriers airlines manufacturers coalition alliance administration cabinet secretariat board panel jury
    team family families relatives survivors rescuers volunteers landlords tenants students parents pensioners
    stakeholders partners donors creditors lenders insurers hospitals schools universities municipalities cities
    islanders fishers fishermen growers miners commuters passengers patients monarch king queen pope bishop
    parliament senate congress assembly house envoy deputy deputies secretary chair chairman chairwoman director
    head chief ceo founder owner coach captain commander general admiral colonel professor author
    delegation delegations side sides camp mission team institute presidency ministries sheriff office offices chamber lobby federation association confederation""".split()
)
"""Heads of phrases that can demand, say or do something."""

_PEOPLE_ENDINGS = (
    "workers",
    "makers",
    "ists",
    "ians",
    "eers",
    "men",
    "women",
    "folk",
    "ers",
    "ors",
    "ees",
    "ants",
    "groups",
)
_NOT_PEOPLE = frozenset(
    """numbers papers letters borders others orders offers figures quarters powers rivers waters factors errors doors
    floors centers centres computers servers matters members'""".split()
)


def is_people(noun: str) -> bool:
    """Tell whether a noun means people or a body of people: by the list, else by its ending."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    known = noun in PEOPLE or singular in PEOPLE or f"{noun}s" in PEOPLE or noun in OFFICES
    return known or (len(noun) > 6 and noun.endswith(_PEOPLE_ENDINGS) and noun not in _NOT_PEOPLE)


THINGS = frozenset(
    """talks plan plans deal deals move moves measure measures price prices war attack attacks strike strikes crisis cost
    costs rate rates storm flood result results vote votes change changes rise fall growth law laws rule rules tariff
    tariffs it there this that these those what which fighting violence pressure conditions figures data number numbers
    case cases weather rain ice fire fires money aid fruit food water power year years month months week weeks day days
    time issue issues question questions problem problems decision decisions agreement accord treaty ceasefire truce
    proposal proposals shift support review inquiry statement comments remarks""".split()
)
"""Nouns that never want or answer anything."""

FEMALE, MALE = "f", "m"
SEXED = {
    **dict.fromkeys(
        "mrs ms miss dame lady baroness queen princess chairwoman spokeswoman congresswoman".split(), FEMALE
    ),
    **dict.fromkeys("councilwoman assemblywoman duchess madam businesswoman".split(), FEMALE),
    **dict.fromkeys("mr sir lord king prince pope chairman spokesman congressman bishop archbishop".split(), MALE),
    **dict.fromkeys("councilman assemblyman duke baron imam sheikh cardinal businessman".split(), MALE),
}
"""Words that say which pronoun goes with a person."""

_WOMEN = """
Abigail Ada Agnes Aisha Alexandra Alice Alison Amanda Amelia Amina Amy Ana Andrea Angela Anita Ann Anna Anne Annie
Annalena Antonia Asha Astrid Barbara Beatrice Beth Bridget Camila Carla Carmen Carol Caroline Catherine Cecilia Celine
Chantal Charlotte Chloe Christina Christine Chrystia Claire Clara Claudia Cynthia Danielle Deborah Diana Diane Donna
Dorothy Eileen Elena Eleanor Elisabeth Elizabeth Ella Ellen Emily Emma Erin Esther Eva Evelyn Faith Fatima Fiona
Frances Francesca Gabriela Gemma Georgia Giorgia Grace Greta Gretchen Hannah Harriet Heather Helen Helena Hilary Hillary
Ingrid Irene Iris Isabel Isabella Jacinda Jane Janet Janice Jean Jennifer Jenny Jessica Jill Joan Joanna Josephine Joyce
Judith Julia Julie Kaja Kamala Karen Karin Kate Katherine Kathleen Kathryn Katie Kelly Kemi Kirsten Kristalina Laura
Lauren Leila Lena Leonie Linda Lisa Louise Lucia Lucy Lydia Mairead Margaret Maria Marie Marina Marine Martha Mary
Matilda Maya Megan Melanie Melissa Mette Mia Michelle Miriam Monica Nadia Nancy Naomi Natalia Natalie Nicola Nicole Nina
Nora Olga Olivia Pamela Patricia Paula Pauline Penny Petra Priya Rachel Rebecca Renata Rita Roberta Rosa Rosalind Rose
Ruth Sally Samantha Sandra Sanna Sara Sarah Sharon Sheila Sian Silvia Simone Sofia Sonia Sophia Sophie Stella Stephanie
Susan Susana Suzanne Svetlana Sylvia Tamara Tania Teresa Theresa Tina Tracy Ursula Valerie Vanessa Vera Veronica Victoria
Viola Virginia Wendy Yasmin Yolanda Yulia Yvette Yvonne Zainab Zoe Ngozi Mia Ewa Agnieszka Ines Marta Aoife Siobhan
"""
_MEN = """
Aaron Abdul Abdullah Adam Ahmed Alan Albert Alejandro Aleksandr Alex Alexander Alexei Alfred Ali Alistair Amir Anders
Andrei Andres Andrew Andrzej Andriy Angus Anthony Antonio Antony Arjun Arthur Ashraf Barack Barry Bashar Ben Benjamin
Benny Bernard Bill Björn Bob Boris Brad Brandon Brendan Brian Bruce Bruno Carl Carlos Charles Chris Christian Christopher
Chuck Ciaran Claude Colin Conor Craig Cyril Daniel Darren David Dean Declan Denis Dennis Derek Desmond Diego Dmitri Dmitry
Dominic Donald Douglas Duncan Ed Eduardo Edward Edwin Elias Emmanuel Eric Erik Ernest Evan Felix Fernando Francis
Francisco Frank Franz Fred Frederick Friedrich Gareth Gary Gavin Geoffrey George Gerald Gerard Gilbert Giovanni Giuseppe
Glenn Gordon Graham Greg Gregory Guillermo Gustav Guy Hamish Hamza Hans Harold Harry Hassan Hector Henrik Henry Herbert
Howard Hugh Hugo Ian Ibrahim Igor Imran Isaac Ivan Jack Jacob Jacques Jake James Jamie Jan Javier Jason Jean-Luc Jeff
Jeffrey Jens Jeremy Jerome Jim Joachim Joao Joe Joel Johan Johannes John Jon Jonas Jonathan Jordan Jorge Jose José Joseph
Josh Joshua Juan Julian Justin Karim Karl Keir Keith Ken Kenneth Kevin Khalid Klaus Kyle Lars Laurence Lawrence Lee Leo
Leon Leonard Lewis Liam Lloyd Louis Luca Lucas Luis Luiz Luke Magnus Malcolm Manuel Marc Marcel Marco Marcus Mario Mark
Martin Mateusz Matteo Matthew Matthias Maurice Max Michael Micheál Miguel Mikhail Mike Mitch Mohamed Mohammad Mohammed
Morgan Muhammad Mustafa Narendra Nathan Neil Nelson Niall Nicholas Nick Nicolas Nigel Nikolai Noah Noel Norman Olaf Oleg
Oliver Olivier Oscar Owen Pablo Patrick Paul Pavel Pedro Per Peter Petr Philip Philippe Pierre Rafael Rajesh Ralph Ramon
Raphael Ravi Raymond Recep Ricardo Richard Rick Rishi Robert Roberto Robin Rodrigo Roger Roland Ron Ronald Rory Ross Roy
Rupert Russell Ryan Sadiq Salim Sam Samir Samuel Scott Sean Sebastian Sergei Sergey Simon Spencer Stanley Stefan Stephen
Steve Steven Stuart Sven Ted Terence Terry Thabo Theo Thomas Tim Timothy Toby Todd Tom Tomas Tommy Tony Trevor Ulrich
Vadim Victor Viktor Vincent Vladimir Volodymyr Walter Warren Wayne Werner Wilhelm William Willem Wolfgang Xi Xavier Yair
Yannick Yiannis Yoav Yousef Yuri Yusuf Zachary Benjamin Javed Olu Kofi Kwame Abiy Jens Luc Rasmus Mikael Ola
"""
FIRST_NAMES = {**dict.fromkeys(_MEN.split(), MALE), **dict.fromkeys(_WOMEN.split(), FEMALE)}
"""First names that tell a person, and the pronoun that goes with each."""
